# SARSA (Rummery & Niranjan 1994; Sutton & Barto, section 6.4)
for episode in range(most_episodes):
    s, episode_return = starts[rng.integers(len(starts))], 0
    a = epsilon_greedy(Q, s, episode)
    for t in range(max_steps):
        s_next, r, ended = step(s, a)
        a_next = epsilon_greedy(Q, s_next, episode)

        # Q(s,a) ← Q(s,a) + α [r + γ Q(s',a') − Q(s,a)], a' being the action that will be taken
        N[s, a] += 1
        td_target = r + gamma * (0 if ended else Q[s_next, a_next])
        Q[s, a] += alpha_at(N[s, a]) * (td_target - Q[s, a])

        s, a, episode_return = s_next, a_next, episode_return + r
        if ended:
            break
    if finish(episode, episode_return, t + 1):
        break
