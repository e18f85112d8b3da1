//! Ratios as lengths, on a logarithmic scale.

/// From a power of ten to a power of ten.
pub(super) struct Scale {
    start: i32,
    end: i32,
    length: f64,
}

impl Scale {
    /// A scale of that length that has all ratios on it, and 1.
    pub(super) fn over(ratios: impl Iterator<Item = f64>, length: f64) -> Self {
        let (mut least, mut most) = (1.0_f64, 1.0_f64);
        for ratio in ratios.filter(|it| *it > 0.0) {
            least = least.min(ratio);
            most = most.max(ratio);
        }
        let power = |number: f64| (-9..9).find(|it| 10_f64.powi(*it) >= number).unwrap_or(9);
        // Ours, at 1, has a bar that can be seen.
        let start = power(least) - 1;
        Self { start, end: power(most).max(1), length }
    }

    /// How long a ratio is.
    pub(super) fn length(&self, ratio: f64) -> f64 {
        let decades = f64::from(self.end - self.start);
        let place = (ratio.log10() - f64::from(self.start)) / decades;
        place.clamp(0.0, 1.0) * self.length
    }

    /// The ratios that have a line.
    pub(super) fn marks(&self) -> impl Iterator<Item = f64> {
        (self.start..=self.end).map(|power| 10_f64.powi(power))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_decade_is_as_long_as_the_next() {
        let scale = Scale::over([1.0, 7.5, 42.0].into_iter(), 300.0);
        let lengths = [0.1, 1.0, 10.0, 100.0].map(|it| format!("{:.1}", scale.length(it)));
        assert_eq!(lengths, ["0.0", "100.0", "200.0", "300.0"]);
        assert_eq!(scale.marks().count(), 4);
    }

    #[test]
    fn what_is_faster_than_ours_is_on_it() {
        let scale = Scale::over([0.05, 3.0].into_iter(), 300.0);
        assert!(scale.length(0.05) > 0.0);
        assert!(scale.length(3.0) < 300.0);
    }
}
