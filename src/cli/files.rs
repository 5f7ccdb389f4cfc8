//! Files that a task writes: never over an existing one without being told so, never half.
//!
//! Must not touch recordings that are being written: `recording` locks those.

use super::{
    fail::{io_error, on_path},
    ui::Ui,
};
use anyhow::bail;
use std::{
    fs::{self, File, OpenOptions},
    io::{self, Write as _},
    path::Path,
};

/// Complains early, before minutes of work are done, about a file that could not be written at the end.
pub(super) fn must_be_free(ui: &Ui, path: &Path, force: bool) -> anyhow::Result<()> {
    if path.is_dir() {
        bail!(on_path(ui, "cli-file-is-folder", path, &[]));
    }
    if path.metadata().is_ok_and(|found| !found.is_file()) {
        bail!(on_path(ui, "cli-file-is-device", path, &[]));
    }
    if !force && path.symlink_metadata().is_ok() {
        bail!(on_path(ui, "cli-file-exists", path, &[]));
    }
    let folder = folder_of(path);
    match folder.metadata() {
        Ok(found) if found.is_dir() => Ok(()),
        Ok(_) => bail!(on_path(ui, "cli-io-no-folder", folder, &[])),
        Err(error) => Err(io_error(ui, &error, folder)),
    }
}

/// Makes room for a recording that may be replaced: one that is in use is left alone.
pub(super) fn make_room(ui: &Ui, path: &Path) -> anyhow::Result<()> {
    match File::open(path) {
        Ok(file) if file.try_lock().is_err() => bail!(on_path(ui, "cli-recording-locked", path, &[])),
        Ok(_) => fs::remove_file(path).map_err(|error| io_error(ui, &error, path)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        Err(error) => Err(io_error(ui, &error, path)),
    }
}

/// Makes a folder if it is not there.
pub(super) fn folder(ui: &Ui, path: &Path) -> anyhow::Result<()> {
    fs::create_dir_all(path).map_err(|error| io_error(ui, &error, path))
}

/// Writes a whole file, beside its place first, so that a full disk leaves nothing half and an old file stays.
pub(super) fn write(ui: &Ui, path: &Path, contents: impl AsRef<[u8]>, force: bool) -> anyhow::Result<()> {
    must_be_free(ui, path, force)?;
    let mut beside = path.as_os_str().to_owned();
    beside.push(format!(".{}.part", std::process::id()));
    let beside = Path::new(&beside);
    let written = OpenOptions::new().write(true).create_new(true).open(beside).and_then(|mut file| {
        file.write_all(contents.as_ref())?;
        file.sync_all()
    });
    written.and_then(|()| fs::rename(beside, path)).map_err(|error| {
        drop(fs::remove_file(beside));
        io_error(ui, &error, path)
    })
}

fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}
