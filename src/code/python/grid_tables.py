# ---------------------------------------------------------------------------------------------------------------------
# Results as tables


def show_values(V):
    print("\nV(s):")
    for row in range(n_rows):
        of_row = range(row * n_columns, (row + 1) * n_columns)
        print(" ".join("      #" if letters[s] == "#" else f"{V[s]:7.2f}" for s in of_row))


def show_policy(preference):
    """Arrows for the actions with the largest entry of each state, of Q or of π; several where they are equal."""
    print("\nPolicy:")
    best = preference.max(axis=1, keepdims=True)
    greedy = preference >= best - 1e-9 * np.maximum(1, np.abs(best))
    for row in range(n_rows):
        of_row = range(row * n_columns, (row + 1) * n_columns)
        arrows_of = ["".join(arrow for arrow, is_best in zip("↑→↓←", greedy[s]) if is_best) for s in of_row]
        print(" ".join(f"{text if s in decision_states else letters[s]:^4}" for s, text in zip(of_row, arrows_of)))


def show_table(Q):
    print("\nQ(s,a), at most 50 rows:\n(row, column)      up   right    down    left")
    for s in decision_states[:50]:
        print(f"({s // n_columns:2}, {s % n_columns:2})     ", " ".join(f"{q:7.2f}" for q in Q[s]))
