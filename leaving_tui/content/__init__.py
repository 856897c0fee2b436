"""The words, as TOML, and the library that loads and checks them."""
