"""``make bench``: every measurement, each as a ratio against a floor measured in the same run."""

from bench import pictures, understanding


def main() -> None:
    """Print all tables."""
    pictures.main()
    understanding.run()


if __name__ == "__main__":
    main()
