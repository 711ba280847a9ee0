import itertools

import numpy as np
import torch
import torch.nn.functional as F

value = network(1)  # the critic, V(s)
adam_value = torch.optim.Adam(value.parameters(), lr=value_learning_rate)


def targets_of(episodes):
    """What V(s_t) should be: the return that followed, or r_t + γ V(s_{t+1})."""
    if advantage == "monte-carlo":
        to_go = [rewards_to_go(episode.rewards, gamma) for episode in episodes]
        return torch.tensor(np.concatenate(to_go), dtype=torch.float32)
    targets = []
    for episode in episodes:
        with torch.no_grad():
            next_values = value(torch.from_numpy(np.array(episode.observations[1:])))[:, 0]
        if episode.terminated:
            next_values[-1] = 0  # a state in which a time limit only cut the episode off keeps its value
        targets.append(torch.tensor(episode.rewards, dtype=torch.float32) + gamma * next_values)
    return torch.cat(targets)


# Actor-critic by the lecture: one gradient step of the actor for every m trajectories
for update in itertools.count(1):
    episodes = live(policy)
    states, actions = rows_of(episodes)
    targets = targets_of(episodes)

    # A_t = target − V(s_t)
    with torch.no_grad():
        advantages = targets - value(states)[:, 0]
    descend(adam_policy, policy_loss(states, actions, advantages))

    for step in range(critic_steps):
        if advantage == "td" and step > 0:
            targets = targets_of(episodes)  # V has moved, and its targets with it
        descend(adam_value, F.mse_loss(value(states)[:, 0], targets))

    if finish(episodes, update):
        break
