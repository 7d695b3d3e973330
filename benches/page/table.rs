//! The one table that is printed: what is measured, ours, the peer's, the ratio
//! with its interval, the goal, and whether it is met.

use crate::pairs::Ratio;

/// The table as it fills.
#[derive(Default)]
pub(crate) struct Table {
    lines: Vec<[String; 6]>,
}

impl Table {
    /// A time against a peer's, both in milliseconds.
    pub(crate) fn ratio(&mut self, what: &str, pairs: &[(f64, f64)], goal: Option<f64>) {
        let Ratio {
            ours,
            peer,
            ratio,
            low,
            high,
        } = Ratio::of(pairs);
        self.push([
            what.to_owned(),
            format!("{ours:.3} ms"),
            format!("{peer:.3} ms"),
            format!("{ratio:.2} ({low:.2} to {high:.2})"),
            goal.map_or_else(|| "—".to_owned(), |goal| format!("at most {goal}")),
            goal.map_or("", |goal| if ratio <= goal { "met" } else { "MISSED" })
                .to_owned(),
        ]);
    }

    /// A figure that has no peer.
    pub(crate) fn figure(&mut self, what: &str, ours: f64, unit: &str, goal: f64) {
        self.push([
            what.to_owned(),
            format!("{ours:.3} {unit}"),
            String::new(),
            String::new(),
            format!("at most {goal}"),
            if ours <= goal { "met" } else { "MISSED" }.to_owned(),
        ]);
    }

    /// A line more, told as it is measured: the table is a while in coming.
    fn push(&mut self, line: [String; 6]) {
        eprintln!("{}", line.join("  "));
        self.lines.push(line);
    }

    /// Prints it, in columns.
    pub(crate) fn print(&self) {
        let head = ["", "ours", "peer", "ratio (95%)", "goal", ""].map(ToOwned::to_owned);
        let lines: Vec<&[String; 6]> = std::iter::once(&head).chain(&self.lines).collect();
        let widths: [usize; 6] = std::array::from_fn(|column| {
            let cells = lines.iter().filter_map(|line| line.get(column));
            cells.map(|cell| cell.chars().count()).max().unwrap_or(0)
        });
        for line in lines {
            let cells: Vec<String> = line
                .iter()
                .zip(widths)
                .map(|(cell, width)| format!("{cell:<width$}"))
                .collect();
            println!("{}", cells.join("  ").trim_end());
        }
    }
}
