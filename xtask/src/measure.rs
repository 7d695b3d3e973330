//! Sizes as they travel (brotli 11), and whether the module is one that a
//! browser takes. Node does both: npm has brought it.

use std::path::Path;
use std::process::Command;

use crate::failure::{Outcome, failed};
use crate::run::output;

/// What may be fetched, in bytes under brotli 11. The limits of today come down
/// as the page does, and go up with nothing but what readers can do anew, by what
/// that weighs: links and kept scenarios, embeds, input methods, the sectors as a
/// chart to take along, a comparison of all that can differ and of what comes of
/// it, the industries furthest from the line by name, what bounds a return that
/// nothing reaches. The same sources in another folder weigh up to 200 bytes more
/// or less.
const FIRST_VIEW: Budget = Budget {
    name: "the first view",
    goal: 100_000,
    limit: 111_900,
};
const EVERYTHING: Budget = Budget {
    name: "everything that one reader fetches",
    goal: 200_000,
    limit: 286_000,
};

struct Budget {
    name: &'static str,
    goal: u64,
    limit: u64,
}

impl Budget {
    fn print(&self, weight: u64) {
        let verdict = if weight <= self.goal {
            "within the goal"
        } else if weight <= self.limit {
            "over the goal, within the limit"
        } else {
            "over the limit"
        };
        let Self { name, goal, limit } = self;
        println!("{weight:>20}  {name}: {verdict} (goal {goal}, limit {limit})");
    }

    fn hold(&self, weight: u64) -> Outcome<()> {
        let Self { name, limit, .. } = self;
        if weight <= *limit {
            return Ok(());
        }
        failed(format!(
            "{name} weighs {weight} bytes under brotli, and may weigh {limit}: see the sizes above for what grew"
        ))
    }
}

/// What a reader fetches, whatever his language: the heaviest of each.
#[derive(Clone, Copy, Default)]
pub(crate) struct Fetched {
    /// With the document.
    pub(crate) first_view: u64,
    /// With all that the page fetches later.
    pub(crate) everything: u64,
}

/// What the script for pages that embed may weigh, in the same.
const EMBED_LIMIT: u64 = 3_000;

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

/// Prints each file's size.
pub(crate) fn print(weights: &[Weight], fetched: Fetched) {
    println!("\n{:>9}  {:>9}", "raw", "brotli 11");
    for weight in weights {
        println!("{:>9}  {:>9}  {}", weight.raw, weight.brotli, weight.name);
    }
    FIRST_VIEW.print(fetched.first_view);
    EVERYTHING.print(fetched.everything);
    println!();
}

/// What the files weigh together that a test picks by their names.
pub(crate) fn total(weights: &[Weight], picked: impl Fn(&str) -> bool) -> u64 {
    let picked = weights.iter().filter(|weight| picked(&weight.name));
    picked.map(|weight| weight.brotli).sum()
}

/// Refuses a page that is too heavy.
pub(crate) fn within_budget(fetched: Fetched) -> Outcome<()> {
    FIRST_VIEW.hold(fetched.first_view)?;
    EVERYTHING.hold(fetched.everything)
}

/// Refuses a script for other people's pages that is too heavy for them.
pub(crate) fn embed_within_budget(weights: &[Weight]) -> Outcome<()> {
    let script = weights.iter().find(|weight| weight.name == "embed.v1.js");
    match script.map(|script| script.brotli) {
        Some(brotli) if brotli <= EMBED_LIMIT => Ok(()),
        Some(brotli) => failed(format!(
            "embed.v1.js weighs {brotli} bytes under brotli, and may weigh {EMBED_LIMIT}: take out of it what a page that embeds can do without"
        )),
        None => failed("the build made no embed.v1.js"),
    }
}
