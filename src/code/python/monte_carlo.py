# First-visit Monte Carlo control for ε-greedy policies (Sutton & Barto, section 5.4)
for episode in range(most_episodes):
    s, lived = starts[rng.integers(len(starts))], []  # lived: (s_t, a_t, r_t)
    for t in range(max_steps):
        a = epsilon_greedy(Q, s, episode)
        s_next, r, ended = step(s, a)
        lived.append((s, a, r))
        s = s_next
        if ended:
            break

    # From the end backwards: G_t = r_t + γ G_{t+1}; the first visit of a pair moves Q(s,a) by α [G_t − Q(s,a)].
    first_visit = {}
    for t, (s, a, _) in enumerate(lived):
        first_visit.setdefault((s, a), t)
    G = 0.0
    for t in reversed(range(len(lived))):
        s, a, r = lived[t]
        G = r + gamma * G
        if first_visit[s, a] == t:
            N[s, a] += 1
            Q[s, a] += alpha_at(N[s, a]) * (G - Q[s, a])

    if finish(episode, sum(r for _, _, r in lived), len(lived)):
        break
