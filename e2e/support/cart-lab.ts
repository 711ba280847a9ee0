import { expect, type Locator } from "@playwright/test";
import { NetworkLab } from "./network-lab";

/** Networks and minibatches so small that hundreds of updates take no time: nothing here is about learning well. */
export const SMALL_DQN = "cart-pole-dqn?warmup=16&batchSize=8&units=8";
export const SMALL_REINFORCE = "cart-pole-reinforce-baseline?trajectories=4&units=8";

/** The lab of the cart-pole. Its other tabs than the run's are opened with `picture`. */
export class CartLab extends NetworkLab {
  /** The carts of the run; its name says where the first one is. */
  get carts(): Locator {
    return this.figure.getByRole("img", { name: /^Cart-pole/ });
  }

  /** A number beside the carts, by its name. */
  reading(name: string): Locator {
    return this.figure.locator("dt", { hasText: name }).locator("+ dd");
  }

  /** The lines of the equation, as TeX. */
  formulas(): Promise<string[]> {
    return this.equation.locator(".katex annotation").allTextContents();
  }

  /** Waits until the equation shows the numbers of one of the rows of an update; its lines then. */
  async numbersOf(row: string | RegExp): Promise<string[]> {
    await expect(this.equation.getByRole("heading")).toHaveText(row);
    return this.formulas();
  }

  /** Runs as fast as possible up to a step, and gives the fingerprint there. */
  async runTo(step: number): Promise<string> {
    await this.stopAfter("after steps", step);
    await this.speed("max");
    const fingerprint = await this.runToEnd();
    expect(await this.count("step")).toBe(step);
    return fingerprint;
  }

  /** The fragment of the link that the share dialog hands out. */
  async fragment(): Promise<string> {
    const link = await this.link();
    return link.slice(link.indexOf("#"));
  }
}
