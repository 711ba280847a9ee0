

try:
    import gymnasium

    def new_world():
        return gymnasium.make("CartPole-v1", max_episode_steps=max_steps)

except ImportError:
    print("Gymnasium is not installed (python3 -m pip install gymnasium): using the same cart-pole, written out here.")
    new_world = CartPole
