"""Regular work, and time that runs: asked about, never booked by itself."""
