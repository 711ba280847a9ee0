# ---------------------------------------------------------------------------------------------------------------------
# Acting: one step in the world, ε-greedy choices, the schedules of ε and α

rng = np.random.default_rng(seed)
Q = np.zeros((n_states, n_actions))
Q[decision_states] = initial_q
N = np.zeros((n_states, n_actions), dtype=int)  # updates of each entry


def step(s, a):
    """Draws (s', r, whether the episode ends)."""
    u = rng.random()
    k = 0 if u < 1 - noise else 1 if u < 1 - noise / 2 else 2
    return next_state[s, a, k], reward[s, a, k], ends[s, a, k]


def greedy(Q, s):
    """A best action; equal ones are drawn with equal probability."""
    best = np.flatnonzero(Q[s] == Q[s].max())
    return best[rng.integers(len(best))]


def epsilon_at(episode):
    if epsilon_schedule == "constant":
        return epsilon
    return epsilon + (epsilon_end - epsilon) * min(1, episode / epsilon_episodes)


def epsilon_greedy(Q, s, episode):
    return rng.integers(n_actions) if rng.random() < epsilon_at(episode) else greedy(Q, s)


def alpha_at(n):
    """α of the n-th update of an entry, n from 1."""
    return alpha if alpha_schedule == "constant" else 1 / n


returns, total_steps = [], 0


def finish(episode, episode_return, length):
    """Books of an episode; a line now and then. True when the run is over."""
    global total_steps
    returns.append(episode_return)
    total_steps += length
    every = max(1, most_episodes // 10)
    if (episode + 1) % every == 0:
        print(f"episode {episode + 1:6}   mean return of the last {every}: {np.mean(returns[-every:]):9.2f}")
    return total_steps >= most_steps


# ---------------------------------------------------------------------------------------------------------------------
# The algorithm
