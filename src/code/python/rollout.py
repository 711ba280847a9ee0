import dataclasses

import numpy as np
import torch
from torch import nn



@dataclasses.dataclass
class Episode:
    observations: list  # s_0 … s_T
    actions: list
    rewards: list
    terminated: bool = False  # false as well where a time limit cut it off


def live(policy):
    """As many episodes as there are trajectories, side by side, with actions drawn from π(a|s)."""
    worlds = [new_world() for _ in range(trajectories)]
    episodes = [Episode([start(world)], [], []) for world in worlds]
    running = list(range(trajectories))
    while running:
        with torch.no_grad():
            logits = policy(torch.from_numpy(np.array([episodes[i].observations[-1] for i in running])))
            actions = torch.distributions.Categorical(logits=logits).sample().tolist()
        for i, a in zip(list(running), actions):
            episode = episodes[i]
            s_next, r, episode.terminated, truncated, _ = worlds[i].step(a)
            episode.observations.append(s_next)
            episode.actions.append(a)
            episode.rewards.append(r)
            if episode.terminated or truncated or len(episode.rewards) >= longest_episode:
                running.remove(i)
    return episodes


def rewards_to_go(rewards, discount):
    """G_t = r_t + γ G_{t+1}, from the end backwards."""
    returns, G = [], 0.0
    for r in reversed(rewards):
        G = r + discount * G
        returns.append(G)
    return returns[::-1]


def rows_of(episodes):
    """s_t and a_t of all steps, episode after episode."""
    states = np.concatenate([episode.observations[:-1] for episode in episodes])
    actions = np.concatenate([episode.actions for episode in episodes])
    return torch.from_numpy(states), torch.from_numpy(actions)


def descend(optimizer, loss):
    optimizer.zero_grad()
    loss.backward()
    if clip_gradient and optimizer is adam_policy:
        nn.utils.clip_grad_norm_(policy.parameters(), max_gradient_norm)
    optimizer.step()


def policy_loss(states, actions, advantages):
    """−(1/m) Σ_i Σ_t A_t log π(a_t|s_t): its gradient is minus the policy gradient (Sutton & Barto, eq. 13.8)."""
    log_pi = torch.log_softmax(policy(states), 1).gather(1, actions[:, None])[:, 0]
    return -(advantages * log_pi).sum() / trajectories


returns, ticks = [], 0


def finish(episodes, update):
    """Books of an update and a test of the greedy policy. True when the run is over."""
    global ticks
    ticks += max(len(episode.rewards) for episode in episodes)  # a tick: one step of every episode that goes on
    returns.extend(sum(episode.rewards) for episode in episodes)
    mean = greedy_test(policy)
    print(
        f"update {update:4}   episode {len(returns):5}   mean return {np.mean(returns[-trajectories:]):6.1f}"
        f"   greedy test {mean:6.1f}"
    )
    if mean >= 0.95 * max_steps:
        print("Solved: the greedy policy keeps the pole up.")
        if stop_when_solved:
            return True
    return len(returns) >= most_episodes or ticks >= most_ticks


# ---------------------------------------------------------------------------------------------------------------------
# The algorithm

policy = network(n_actions)  # its outputs are logits: π(a|s) is their softmax
adam_policy = torch.optim.Adam(policy.parameters(), lr=learning_rate)
