import copy

import numpy as np
import torch
import torch.nn.functional as F
from torch import nn

# ---------------------------------------------------------------------------------------------------------------------
# The algorithm: DQN (Mnih et al. 2013, 2015), double targets by van Hasselt et al. (2016)

q = network(n_actions)
q_target = q if target_network == "none" else copy.deepcopy(q)  # θ and θ⁻
adam = torch.optim.Adam(q.parameters())
memory, n_stored = {}, 0  # (s, a, r, s', terminated); the oldest go first


def falling(first, last, duration, step):
    """From `first` evenly to `last`."""
    return first + (last - first) * min(1, step / duration)


def minibatch():
    """Transitions drawn at random from the memory; without replay the newest ones, as they came."""
    size = min(n_stored, capacity)
    if replay:
        places = rng.integers(size, size=batch_size)
    else:
        places = [(n_stored - batch_size + i) % capacity for i in range(batch_size)]
    columns = zip(*[memory[place] for place in places])
    return [torch.from_numpy(np.array(column)) for column in columns]


def update(learning_rate_now):
    """One gradient step on the mean of ℓ(y − Q(s,a;θ)) over a minibatch."""
    s, a, r, s_next, terminated = minibatch()
    with torch.no_grad():
        # y = r + γ Q(s',a*;θ⁻), or r where s' is terminal; a* is the best by θ⁻ (double: by θ)
        values = q_target(s_next)
        a_best = (q(s_next) if double else values).argmax(1, keepdim=True)
        y = r + gamma * (1 - terminated) * values.gather(1, a_best)[:, 0]
    predicted = q(s).gather(1, a[:, None])[:, 0]
    loss = F.mse_loss(predicted, y) if loss_function == "squared" else F.huber_loss(predicted, y)
    adam.zero_grad()
    loss.backward()
    if clip_gradient:
        nn.utils.clip_grad_norm_(q.parameters(), max_gradient_norm)
    adam.param_groups[0]["lr"] = learning_rate_now
    adam.step()


def move_target(updates):
    """θ⁻ ← θ now and then, or each time a little towards it."""
    if target_network == "periodic" and updates % target_every == 0:
        q_target.load_state_dict(q.state_dict())
    if target_network == "soft":
        for old, new in zip(q_target.parameters(), q.parameters()):
            old.data += tau * (new.data - old.data)


worlds = [new_world() for _ in range(environments)]
observations = np.array([start(world) for world in worlds])
running_returns, returns = np.zeros(environments), []
steps, updates = 0, 0
while steps < most_steps and len(returns) < most_episodes:
    with torch.no_grad():
        actions = q(torch.from_numpy(observations)).argmax(1).numpy()
    explores = rng.random(environments) < falling(epsilon, epsilon_end, epsilon_steps, steps)
    actions = np.where(explores, rng.integers(n_actions, size=environments), actions)
    for i, world in enumerate(worlds):
        s_next, r, terminated, truncated, _ = world.step(int(actions[i]))
        # A cut by the time limit is not an ending: s' keeps its value.
        row = (observations[i].copy(), actions[i], np.float32(r), s_next, np.float32(terminated))
        memory[n_stored % capacity] = row
        n_stored += 1
        observations[i] = s_next
        running_returns[i] += r
        if terminated or truncated:
            returns.append(running_returns[i])
            running_returns[i] = 0
            observations[i] = start(world)
    before, steps = steps, steps + environments
    if steps > warmup and n_stored >= batch_size:
        for _ in range(steps // train_every - before // train_every):
            update(falling(learning_rate, learning_rate_end, decay_steps, before))
            updates += 1
            move_target(updates)
    if steps // test_every > before // test_every:
        mean = greedy_test(q)
        print(f"step {steps:6}   mean of the last 10 returns {np.mean(returns[-10:]):6.1f}   greedy test {mean:6.1f}")
        if mean >= 0.95 * max_steps:
            print("Solved: the greedy policy keeps the pole up.")
            if stop_when_solved:
                break
