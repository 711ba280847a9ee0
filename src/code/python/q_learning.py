# Q-learning (Watkins 1989; Sutton & Barto, section 6.5)
for episode in range(most_episodes):
    s, episode_return = starts[rng.integers(len(starts))], 0
    for t in range(max_steps):
        a = epsilon_greedy(Q, s, episode)
        s_next, r, ended = step(s, a)

        # Q(s,a) ← Q(s,a) + α [r + γ max_a' Q(s',a') − Q(s,a)]
        N[s, a] += 1
        td_target = r + gamma * (0 if ended else Q[s_next].max())
        Q[s, a] += alpha_at(N[s, a]) * (td_target - Q[s, a])

        s, episode_return = s_next, episode_return + r
        if ended:
            break
    if finish(episode, episode_return, t + 1):
        break
