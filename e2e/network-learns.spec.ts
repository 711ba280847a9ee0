import { expect, test } from "./support/fixtures";
import { NetworkLab } from "./support/network-lab";

const BALANCES = 475; // steps: a test that cannot reach this mean is broken off, so a lower one says little

for (const backend of ["wasm", "cpu"]) {
  test(`REINFORCE with a learned baseline learns to balance on ${backend}, and the page shows it`, async ({
    page,
  }) => {
    test.setTimeout(180_000);
    const lab = new NetworkLab(page);
    await lab.train(`?backend=${backend}`, { algo: "reinforce", stop: { episodes: 1000, solved: true } });
    const shown = lab.figure.locator("dt", { hasText: "Greedy test" }).locator("+ dd");
    await expect(shown).toHaveText("not yet");
    await lab.run();
    await expect(lab.outcome).toHaveText("Stopped: the greedy policy has passed its test.", {
      timeout: 150_000,
    });
    expect(Number.parseFloat((await shown.textContent()) ?? "")).toBeGreaterThanOrEqual(BALANCES);
    await expect(lab.figure.getByText(/^100 episodes, step [\d,]+$/)).toBeVisible();
    expect(await lab.count("update")).toBeGreaterThan(5);
    expect(await lab.count("episode")).toBeLessThanOrEqual(1000);
  });
}
