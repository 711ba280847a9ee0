def alphas():
    """α of every entry: with 1/N each has its own."""
    return alpha if alpha_schedule == "constant" else 1 / np.maximum(N, 1)


# SARSA(λ) with eligibility traces e(s,a) (Sutton & Barto, section 12.7)
for episode in range(most_episodes):
    s, episode_return = starts[rng.integers(len(starts))], 0
    e = np.zeros_like(Q)
    a = epsilon_greedy(Q, s, episode)
    for t in range(max_steps):
        s_next, r, ended = step(s, a)
        a_next = epsilon_greedy(Q, s_next, episode)

        # δ = r + γ Q(s',a') − Q(s,a); every entry moves by its share of it: Q ← Q + α δ e
        N[s, a] += 1
        delta = r + gamma * (0 if ended else Q[s_next, a_next]) - Q[s, a]
        e[s, a] = 1 if traces == "replacing" else e[s, a] + 1
        Q += alphas() * delta * e
        e *= gamma * lambda_

        s, a, episode_return = s_next, a_next, episode_return + r
        if ended:
            break
    if finish(episode, episode_return, t + 1):
        break
