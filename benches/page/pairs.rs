//! What pairs of times say: the median of their ratios, and how sure that is.

/// The medians of ours and the peer's times, and of their ratios.
pub(crate) struct Ratio {
    pub(crate) ours: f64,
    pub(crate) peer: f64,
    pub(crate) ratio: f64,
    /// The ends of the interval that holds 95% of the medians of samples drawn
    /// anew from the pairs.
    pub(crate) low: f64,
    pub(crate) high: f64,
}

const SAMPLES: usize = 2000;

impl Ratio {
    pub(crate) fn of(pairs: &[(f64, f64)]) -> Self {
        let ratios: Vec<f64> = pairs.iter().map(|(ours, peer)| ours / peer).collect();
        let mut draw = Draw(0x9e37_79b9_7f4a_7c15);
        let mut medians: Vec<f64> = (0..SAMPLES)
            .map(|_| {
                let sample = (0..ratios.len()).filter_map(|_| ratios.get(draw.below(ratios.len())));
                median(sample.copied().collect())
            })
            .collect();
        medians.sort_by(f64::total_cmp);
        let at = |share: f64| {
            let index = (share * SAMPLES as f64) as usize;
            medians.get(index).copied().unwrap_or(f64::NAN)
        };
        Self {
            ours: median(pairs.iter().map(|(ours, _)| *ours).collect()),
            peer: median(pairs.iter().map(|(_, peer)| *peer).collect()),
            ratio: median(ratios.clone()),
            low: at(0.025),
            high: at(0.975),
        }
    }
}

/// The middle of some times; NaN where there are none.
pub(crate) fn median(mut times: Vec<f64>) -> f64 {
    times.sort_by(f64::total_cmp);
    times.get(times.len() / 2).copied().unwrap_or(f64::NAN)
}

/// Numbers drawn by xorshift, the same in every run.
struct Draw(u64);

impl Draw {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % end.max(1) as u64) as usize
    }
}
