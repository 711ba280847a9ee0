def learn(s, a, r, s_next, ended):
    """Q(s,a) ← Q(s,a) + α [r + γ max_a' Q(s',a') − Q(s,a)]"""
    N[s, a] += 1
    td_target = r + gamma * (0 if ended else Q[s_next].max())
    Q[s, a] += alpha_at(N[s, a]) * (td_target - Q[s, a])


# Dyna-Q (Sutton & Barto, section 8.2). The model remembers every outcome of a pair, so it copes with chance as well.
model, pairs = {}, []
for episode in range(most_episodes):
    s, episode_return = starts[rng.integers(len(starts))], 0
    for t in range(max_steps):
        a = epsilon_greedy(Q, s, episode)
        s_next, r, ended = step(s, a)

        learn(s, a, r, s_next, ended)
        if (s, a) not in model:
            model[s, a] = []
            pairs.append((s, a))
        model[s, a].append((r, s_next, ended))
        for _ in range(planning_steps):  # as if remembered steps happened again
            s_old, a_old = pairs[rng.integers(len(pairs))]
            outcomes = model[s_old, a_old]
            learn(s_old, a_old, *outcomes[rng.integers(len(outcomes))])

        s, episode_return = s_next, episode_return + r
        if ended:
            break
    if finish(episode, episode_return, t + 1):
        break
