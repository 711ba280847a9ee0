def value_iteration():
    """Q_{i+1}(s,a) = E[r + γ max_a' Q_i(s',a')] (Sutton & Barto, eq. 4.10)."""
    Q, V = np.zeros((n_states, n_actions)), np.zeros(n_states)
    for sweep in range(1, most_sweeps + 1):
        V_old = V.copy()
        if in_place:  # each state reads what the sweep has computed so far
            for s in decision_states:
                Q[s] = backup(V, s)
                V[s] = Q[s].max()
        else:
            Q = backup(V)
            V = Q.max(axis=1)
        residual = np.abs(V - V_old).max()
        print(f"sweep {sweep:4}   largest change of V {residual:.3g}")
        if residual <= theta:
            print(f"Converged: the last sweep changed no V(s) by more than θ = {theta}.")
            break
    return Q, V


Q, V = value_iteration()
show_values(V)
show_policy(Q)
