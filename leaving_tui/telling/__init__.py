"""How things are told, whatever the face: times, names and sentences, without a screen."""
