def action_probabilities(Q, s, episode):
    """π(a|s) of the ε-greedy policy."""
    best = Q[s] == Q[s].max()
    return epsilon_at(episode) / n_actions + (1 - epsilon_at(episode)) * best / best.sum()


# Expected SARSA (Sutton & Barto, section 6.6)
for episode in range(most_episodes):
    s, episode_return = starts[rng.integers(len(starts))], 0
    for t in range(max_steps):
        a = epsilon_greedy(Q, s, episode)
        s_next, r, ended = step(s, a)

        # Q(s,a) ← Q(s,a) + α [r + γ Σ_a' π(a'|s') Q(s',a') − Q(s,a)]
        N[s, a] += 1
        expected = action_probabilities(Q, s_next, episode) @ Q[s_next]
        td_target = r + gamma * (0 if ended else expected)
        Q[s, a] += alpha_at(N[s, a]) * (td_target - Q[s, a])

        s, episode_return = s_next, episode_return + r
        if ended:
            break
    if finish(episode, episode_return, t + 1):
        break
