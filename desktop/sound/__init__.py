"""What is heard: ticks, chimes, ambient sound and the voice. It follows the guide's clock and never holds it up."""
