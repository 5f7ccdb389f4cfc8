//! Asks before the first window whether there is a display and a graphics adapter, because the window library
//! panics without them. It must not open a window or keep a connection. The answer is a sentence for the user.

use bevy::tasks::block_on;

/// Why no window can be opened.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoWindow {
    /// Neither an X server nor a Wayland compositor answers.
    #[error("no display answers (DISPLAY and WAYLAND_DISPLAY were tried)")]
    Display,
    /// No graphics adapter, not even a software one.
    #[error(
        "no graphics adapter was found; a software one will do (Debian and Ubuntu: mesa-vulkan-drivers, libvulkan1)"
    )]
    Adapter,
}

/// Checks both.
pub fn probe() -> Result<(), NoWindow> {
    if !display_answers() {
        return Err(NoWindow::Display);
    }
    if !adapter_exists() {
        return Err(NoWindow::Adapter);
    }
    Ok(())
}

fn adapter_exists() -> bool {
    let instance = wgpu::Instance::new(wgpu::InstanceDescriptor::new_without_display_handle_from_env());
    !block_on(instance.enumerate_adapters(wgpu::Backends::PRIMARY | wgpu::Backends::GL)).is_empty()
}

#[cfg(not(all(unix, not(target_os = "macos"))))]
fn display_answers() -> bool {
    true
}

#[cfg(all(unix, not(target_os = "macos")))]
fn display_answers() -> bool {
    use std::env::var;
    let wayland = var("WAYLAND_DISPLAY").ok().filter(|name| !name.is_empty()).is_some_and(|name| {
        let folder = var("XDG_RUNTIME_DIR").unwrap_or_default();
        wayland_answers(&name, &folder)
    });
    wayland || var("DISPLAY").ok().is_some_and(|name| x11_answers(&name))
}

#[cfg(all(unix, not(target_os = "macos")))]
fn wayland_answers(name: &str, folder: &str) -> bool {
    // An absolute name stands alone: joining it drops the folder.
    std::os::unix::net::UnixStream::connect(std::path::Path::new(folder).join(name)).is_ok()
}

/// `host:display.screen`; an empty host is this machine.
#[cfg(all(unix, not(target_os = "macos")))]
fn x11_answers(name: &str) -> bool {
    let Some((host, display)) = name.rsplit_once(':') else { return false };
    let Ok(number) = display.split('.').next().unwrap_or_default().parse::<u16>() else { return false };
    if host.is_empty() || host == "unix" {
        let path = format!("/tmp/.X11-unix/X{number}");
        return std::os::unix::net::UnixStream::connect(path).is_ok() || abstract_socket_answers(number);
    }
    std::net::TcpStream::connect((host, 6000_u16.saturating_add(number))).is_ok()
}

#[cfg(target_os = "linux")]
fn abstract_socket_answers(number: u16) -> bool {
    use std::os::linux::net::SocketAddrExt;
    use std::os::unix::net::{SocketAddr, UnixStream};
    SocketAddr::from_abstract_name(format!("/tmp/.X11-unix/X{number}"))
        .is_ok_and(|address| UnixStream::connect_addr(&address).is_ok())
}

#[cfg(all(unix, not(any(target_os = "linux", target_os = "macos"))))]
fn abstract_socket_answers(_: u16) -> bool {
    false
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::*;

    #[test]
    fn a_display_that_does_not_exist_is_refused_without_a_panic() {
        for name in ["", "nonsense", ":65000", ":x", ":4711.0", "unix:4711"] {
            assert!(!x11_answers(name), "{name}");
        }
        assert!(!wayland_answers("wayland-4711", "/nowhere"));
    }
}
