/** How the gradient estimates of one setting scatter. */
export interface SettingVariance {
  readonly id: string;
  /** "whole return", "reward-to-go" … */
  readonly label: string;
  /** Which of the two gradients it aims at: settings that differ in this do not compare. */
  readonly discounted: boolean;
  /** Whether its mean is that gradient; if not, it may point elsewhere, however little it scatters. */
  readonly isUnbiased: boolean;
  /**
   * Noise over signal: the trace of the covariance of the estimates (divisor K − 1) over the squared length of the
   * gradient they aim at, so that settings of different scale compare. Adam, which divides by the scale, sees only this.
   */
  readonly variance: number;
  /** Length of the mean estimate. */
  readonly norm: number;
  /** Mean cosine of an estimate to the reference of the gradient it aims at. */
  readonly cosine: number;
  /** Cosine of each estimate. */
  readonly cosines: readonly number[];
}

/** The variance microscope's answer: one frozen policy, the same trajectories under every setting. */
export interface VarianceReport {
  /** Estimates for each setting, and trajectories in each. */
  readonly estimates: number;
  readonly trajectories: number;
  /** Trajectories behind each reference gradient, none of them in an estimate. */
  readonly reference: number;
  /** What the references are, in words. */
  readonly referenceIs: string;
  /** Environment steps taken for it. */
  readonly steps: number;
  readonly settings: readonly SettingVariance[];
}
