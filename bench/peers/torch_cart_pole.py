"""
Cart-pole until solved in PyTorch on one thread, to compare with: a JSON line for each run. Solved: the greedy policy's
mean return over 100 fresh episodes, stepped together, is at least 475. Seconds are from the first step on, with all tests
in them. `--record` keeps the runs in torch-cart-pole.json, of which docs/evidence.md tells.

OPENBLAS_NUM_THREADS=1 python3 bench/peers/torch_cart_pole.py [--seeds 1..10] [--record]
"""

import argparse
import copy
import datetime
import json
import pathlib
import sys
import time

import numpy as np
import torch
from torch import nn

from cart_pole import GOAL, STEPS, fallen, greedy_mean, move, play_together, start

GAMMA = 0.99
RECORD = pathlib.Path(__file__).with_name("torch-cart-pole.json")
torch.set_num_threads(1)


def greedy(network):
    def choose(seen):
        with torch.inference_mode():
            return network(torch.from_numpy(seen)).argmax(1).numpy()

    return choose


def double_dqn(seed, limit=50_000, batch=64, warmup=1000, tau=0.01):
    """(steps, episodes) when it was solved, or None: a soft target, and a gradient step for every step."""
    rng = np.random.default_rng(seed)
    network = nn.Sequential(nn.Linear(4, 64), nn.ReLU(), nn.Linear(64, 64), nn.ReLU(), nn.Linear(64, 2))
    target = copy.deepcopy(network)
    weights, followers = list(network.parameters()), list(target.parameters())
    adam = torch.optim.Adam(weights, foreach=True)
    # The same memory as arrays, into which single numbers go fast, and as tensors, of which minibatches are made fast.
    arrays = [np.zeros((limit, 4), "f4"), np.zeros((limit, 4), "f4"), np.zeros((limit, 1), "i8"), np.zeros(limit, "f4")]
    states, following, actions, goes_on = arrays
    memory = [torch.from_numpy(array) for array in arrays]

    def learn(step):
        rows = torch.randint(step, (batch,))
        s, after, a, on = [part[rows] for part in memory]
        with torch.no_grad():
            best = network(after).argmax(1, keepdim=True)
            targets = 1 + GAMMA * on * target(after).gather(1, best)[:, 0]
        loss = nn.functional.smooth_l1_loss(network(s).gather(1, a)[:, 0], targets)
        adam.param_groups[0]["lr"] = 2e-3 * (1 - step / limit)
        adam.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(weights, 10)
        adam.step()
        with torch.no_grad():
            torch._foreach_mul_(followers, 1 - tau)
            torch._foreach_add_(followers, weights, alpha=tau)

    state, taken, episodes = tuple(start(rng).tolist()), 0, 0
    for step in range(limit):
        states[step] = state
        epsilon = max(0.01, 1 - 0.99 * step / 5000)
        if rng.random() < epsilon:
            action = int(rng.random() < 0.5)
        else:
            with torch.inference_mode():
                action = int(network(memory[0][step : step + 1]).argmax())
        state, taken = move(state, action), taken + 1
        ended = fallen(state)
        following[step], actions[step], goes_on[step] = state, action, not ended
        if ended or taken == STEPS:
            state, taken, episodes = tuple(start(rng).tolist()), 0, episodes + 1
        if step + 1 >= warmup:
            learn(step + 1)
        if (step + 1) % 1000 == 0 and greedy_mean(rng, greedy(network)) >= GOAL:
            return step + 1, episodes
    return None


def reinforce(seed, limit=600, trajectories=10, fits=10):
    """(steps, episodes) when it was solved, or None: discounted reward-to-go less a learned V, tested after every update."""
    rng = np.random.default_rng(seed)
    policy = nn.Sequential(nn.Linear(4, 64), nn.Tanh(), nn.Linear(64, 2))
    value = nn.Sequential(nn.Linear(4, 64), nn.Tanh(), nn.Linear(64, 1))
    adam, value_adam = [torch.optim.Adam(network.parameters(), 1e-2, foreach=True) for network in (policy, value)]

    def sample(seen):
        with torch.inference_mode():
            scores = policy(torch.from_numpy(seen)).numpy()
        return rng.random(len(seen)) < 1 / (1 + np.exp(scores[:, 0] - scores[:, 1]))

    steps = 0
    for episodes in range(trajectories, limit + 1, trajectories):
        history = play_together(rng, trajectories, sample)
        ahead, credits = np.zeros(trajectories), []
        for going, _, _ in reversed(history):
            ahead[going] = 1 + GAMMA * ahead[going]
            credits.append(ahead[going])
        s = torch.from_numpy(np.concatenate([seen for _, seen, _ in history]))
        a = torch.from_numpy(np.concatenate([actions for _, _, actions in history]).astype(np.int64))
        returns = torch.from_numpy(np.concatenate(credits[::-1]).astype(np.float32))
        steps += len(returns)
        with torch.no_grad():
            advantages = returns - value(s)[:, 0]
        chosen = nn.functional.log_softmax(policy(s), 1).gather(1, a[:, None])[:, 0]
        adam.zero_grad()
        (-(chosen * advantages).sum() / trajectories).backward()
        adam.step()
        for _ in range(fits):
            value_adam.zero_grad()
            nn.functional.mse_loss(value(s)[:, 0], returns).backward()
            value_adam.step()
        if greedy_mean(rng, greedy(policy)) >= GOAL:
            return steps, episodes
    return None


def measured(what, learner, seed):
    torch.manual_seed(seed)
    began, processor = time.perf_counter(), time.process_time()
    steps, episodes = learner(seed) or (None, None)
    return {
        "what": what,
        "seed": seed,
        "solvedAtStep": steps,
        "episodes": episodes,
        "wallSeconds": round(time.perf_counter() - began, 3),
        "processorSeconds": round(time.process_time() - processor, 3),
    }


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--seeds", default="1..10")
    parser.add_argument("--record", action="store_true")
    given = parser.parse_args()
    first, last = map(int, given.seeds.split(".."))
    runs = []
    for what, learner in [("double DQN", double_dqn), ("REINFORCE with a learned V", reinforce)]:
        learner(0, limit=2000 if learner is double_dqn else 20)  # PyTorch's first calls are slow
        for seed in range(first, last + 1):
            runs.append(measured(what, learner, seed))
            print(json.dumps(runs[-1]), flush=True)
    if given.record:
        record = {
            "date": datetime.date.today().isoformat(),
            "torch": torch.__version__,
            "command": "OPENBLAS_NUM_THREADS=1 python3 bench/peers/" + " ".join([pathlib.Path(sys.argv[0]).name, *sys.argv[1:]]),
            "runs": runs,
        }
        RECORD.write_text(json.dumps(record, indent=2) + "\n")


main()
