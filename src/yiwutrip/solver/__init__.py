"""Team orienteering with time windows on integers. Knows no market, no database, no terminal."""
