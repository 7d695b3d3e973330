//! Sizes as they travel (brotli 11), and whether the module is one that a
//! browser takes. Node does both: npm has brought it.

use std::path::Path;
use std::process::Command;

use crate::failure::{Outcome, failed};
use crate::run::output;

/// What the first view may weigh, in bytes under brotli 11.
const LIMIT: u64 = 130_000;
const GOAL: u64 = 100_000;

/// A finished file and what it weighs.
pub(crate) struct Weight {
    pub(crate) name: String,
    raw: u64,
    brotli: u64,
}

/// Weighs the files of a folder, and refuses a module that an engine refuses.
pub(crate) fn weigh(folder: &Path, names: &[String]) -> Outcome<Vec<Weight>> {
    let mut node = Command::new("node");
    node.args([
        "--input-type=module",
        "--eval",
        include_str!("measure.mjs"),
        "--",
    ]);
    let said = output(
        node.args(names).current_dir(folder),
        "Node.js 18 or newer is needed, which brings npm",
    )?;
    let mut weights = Vec::new();
    for line in said.lines() {
        if let Some(reason) = line.strip_prefix("invalid ") {
            return failed(format!(
                "browsers would refuse the module ({reason}): do the versions of wasm-bindgen and wasm-opt match Cargo.lock and xtask/src/tools.rs?"
            ));
        }
        weights.extend(read(line));
    }
    if weights.len() == names.len() {
        Ok(weights)
    } else {
        failed("the sizes could not be read: is `node` on PATH Node.js 18 or newer?")
    }
}

fn read(line: &str) -> Option<Weight> {
    let mut words = line.strip_prefix("size ")?.splitn(3, ' ');
    let (raw, brotli, name) = (words.next()?, words.next()?, words.next()?);
    Some(Weight {
        name: name.to_owned(),
        raw: raw.parse().ok()?,
        brotli: brotli.parse().ok()?,
    })
}

/// Prints each file's size and gives what the first view weighs: one document,
/// the heaviest, and every other file that documents name.
pub(crate) fn first_view(weights: &[Weight], named: impl Fn(&str) -> bool) -> u64 {
    println!("\n{:>9}  {:>9}", "raw", "brotli 11");
    for weight in weights {
        println!("{:>9}  {:>9}  {}", weight.raw, weight.brotli, weight.name);
    }
    let documents = weights
        .iter()
        .filter(|weight| weight.name.ends_with(".html"));
    let document = documents
        .map(|weight| weight.brotli)
        .max()
        .unwrap_or_default();
    let rest: u64 = weights
        .iter()
        .filter(|weight| named(&weight.name))
        .map(|weight| weight.brotli)
        .sum();
    let total = document + rest;
    let verdict = if total <= GOAL {
        "within the goal"
    } else if total <= LIMIT {
        "over the goal, within the limit"
    } else {
        "over the limit"
    };
    println!(
        "{:>20}  the first view: {verdict} (goal {GOAL}, limit {LIMIT})\n",
        total
    );
    total
}

/// Refuses a first view that is too heavy.
pub(crate) fn within_budget(first_view: u64) -> Outcome<()> {
    if first_view <= LIMIT {
        return Ok(());
    }
    failed(format!(
        "the first view weighs {first_view} bytes under brotli, and may weigh {LIMIT}: see the sizes above for what grew"
    ))
}
