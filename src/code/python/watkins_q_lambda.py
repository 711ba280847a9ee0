def alphas():
    """α of every entry: with 1/N each has its own."""
    return alpha if alpha_schedule == "constant" else 1 / np.maximum(N, 1)


# Watkins's Q(λ) (Sutton & Barto, section 12.10)
for episode in range(most_episodes):
    s, episode_return = starts[rng.integers(len(starts))], 0
    e = np.zeros_like(Q)
    a = epsilon_greedy(Q, s, episode)
    for t in range(max_steps):
        s_next, r, ended = step(s, a)
        a_next = epsilon_greedy(Q, s_next, episode)
        is_greedy = Q[s_next, a_next] == Q[s_next].max()

        # δ = r + γ max_a' Q(s',a') − Q(s,a); every entry moves by its share of it: Q ← Q + α δ e
        N[s, a] += 1
        delta = r + gamma * (0 if ended else Q[s_next].max()) - Q[s, a]
        e[s, a] = 1 if traces == "replacing" else e[s, a] + 1
        Q += alphas() * delta * e
        # What was done before an exploring action says nothing about the greedy policy: it cuts the traces.
        e *= gamma * lambda_ if is_greedy else 0

        s, a, episode_return = s_next, a_next, episode_return + r
        if ended:
            break
    if finish(episode, episode_return, t + 1):
        break
