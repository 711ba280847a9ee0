import itertools

import numpy as np
import torch
import torch.nn.functional as F

value = network(1)  # V(s), for the learned baseline
adam_value = torch.optim.Adam(value.parameters(), lr=value_learning_rate)


def credit_of(episode):
    """What each action is credited with: all rewards, those from it on, or those discounted."""
    to_go = rewards_to_go(episode.rewards, gamma if credit == "discounted" else 1)
    return [to_go[0]] * len(to_go) if credit == "whole" else to_go


# REINFORCE (Williams 1992; Sutton & Barto, section 13.4)
average = None  # the moving average of returns, where that is the baseline
for update in itertools.count(1):
    episodes = live(policy)
    states, actions = rows_of(episodes)
    credits = [credit_of(episode) for episode in episodes]
    G = torch.tensor(np.concatenate(credits), dtype=torch.float32)

    # A_t = G_t − b(s_t)
    with torch.no_grad():
        b = value(states)[:, 0] if baseline == "value" else average or 0.0
    advantages = G - b if baseline != "none" else G
    if normalise:
        advantages = (advantages - advantages.mean()) / (advantages.std(unbiased=False) + 1e-8)

    descend(adam_policy, policy_loss(states, actions, advantages))

    if baseline == "value":
        for _ in range(value_steps):
            descend(adam_value, F.mse_loss(value(states)[:, 0], G))
    mean = np.mean([np.mean(of_episode) for of_episode in credits])
    average = mean if average is None else average_decay * average + (1 - average_decay) * mean

    if finish(episodes, update):
        break
