# Double Q-learning (van Hasselt 2010; Sutton & Barto, section 6.7): it acts on the mean of two tables.
tables, counts = [Q.copy(), Q.copy()], [N.copy(), N.copy()]
for episode in range(most_episodes):
    s, episode_return = starts[rng.integers(len(starts))], 0
    for t in range(max_steps):
        a = epsilon_greedy(Q, s, episode)
        s_next, r, ended = step(s, a)

        # A coin chooses the table that moves: Q1(s,a) ← Q1(s,a) + α [r + γ Q2(s', argmax_a' Q1(s',a')) − Q1(s,a)]
        i = rng.integers(2)
        moved, other = tables[i], tables[1 - i]
        counts[i][s, a] += 1
        td_target = r + gamma * (0 if ended else other[s_next, greedy(moved, s_next)])
        moved[s, a] += alpha_at(counts[i][s, a]) * (td_target - moved[s, a])
        Q[s, a] = (tables[0][s, a] + tables[1][s, a]) / 2

        s, episode_return = s_next, episode_return + r
        if ended:
            break
    if finish(episode, episode_return, t + 1):
        break
