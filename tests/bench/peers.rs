//! One reference workload as one line of JSON, for tables that compare programs: `peers W2b SIZE [REPETITIONS]`.
//!
//! Counts the solving only; making the inputs is the set-up. Asserts nothing about time.
#![expect(clippy::print_stdout, reason = "its output is a line of JSON")]

mod w2;

use std::{env, fs, process::ExitCode, time::Instant};

/// Seconds that this thread was on a processor, where the system says so.
fn busy_s() -> Option<f64> {
    let text = fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    Some(text.split_whitespace().next()?.parse::<f64>().ok()? / 1e9)
}

/// Most memory used so far, in MiB, where the system says so.
fn memory_mib() -> Option<f64> {
    let text = fs::read_to_string("/proc/self/status").ok()?;
    let line = text.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    Some(line.split_whitespace().next()?.parse::<f64>().ok()? / 1024.0)
}

fn main() -> ExitCode {
    let words: Vec<String> = env::args().skip(1).filter(|word| !word.starts_with("--")).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let (name, reps) = match words.as_slice() {
        ["W2b", size] => (*size, 5),
        ["W2b", size, reps, ..] => (*size, reps.parse().unwrap_or(5)),
        _ => return ExitCode::from(2),
    };
    if w2::Size::named(name).is_none() {
        return ExitCode::from(2);
    }
    let (mut setups, mut runs, mut busy, mut costs) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for _ in 0..reps.max(1) {
        let begun = Instant::now();
        let Some(size) = w2::Size::named(name) else { return ExitCode::from(2) };
        let work = w2::Workload::new(size);
        setups.push(begun.elapsed().as_secs_f64());
        let (begun, before) = (Instant::now(), busy_s());
        match work.solve(work.steps()) {
            Ok(found) => costs = found,
            Err(_) => return ExitCode::FAILURE,
        }
        runs.push(begun.elapsed().as_secs_f64());
        let on = before.and_then(|before| Some(busy_s()? - before));
        busy.push(on.unwrap_or_else(|| begun.elapsed().as_secs_f64()));
    }
    for times in [&mut setups, &mut runs, &mut busy] {
        times.sort_by(f64::total_cmp);
    }
    let middle = |times: &[f64]| times[times.len() / 2];
    let line = serde_json::json!({
        "workload": "W2b", "tool": "doorvoerland", "size": name, "reps": reps, "import_s": 0.0,
        "setup_s": middle(&setups), "run_s": middle(&runs), "cpu_s": middle(&busy),
        "spread": [runs.first(), runs.last()], "rss_mib": memory_mib().unwrap_or(0.0),
        "result": {
            "steps": costs.len(), "first": costs.first(), "total": costs.iter().sum::<i64>(),
            "H": format!("{:016x}", w2::hash(&costs)),
        },
    });
    println!("{line}");
    ExitCode::SUCCESS
}
