import numpy as np
import torch



def start(world):
    return world.reset(seed=int(rng.integers(2**31)))[0]


def greedy_test(net):
    """Mean return of 100 fresh episodes, side by side, with the action of the largest output."""
    worlds = [new_world() for _ in range(100)]
    observations = np.array([start(world) for world in worlds])
    running, returns = list(range(100)), np.zeros(100)
    while running:
        with torch.no_grad():
            actions = net(torch.from_numpy(observations[running])).argmax(1).tolist()
        for i, a in zip(list(running), actions):
            observations[i], r, terminated, truncated, _ = worlds[i].step(a)
            returns[i] += r
            if terminated or truncated:
                running.remove(i)
    return returns.mean()
