"""The shapes that a model must return: one module per profile, `evidence` for all."""
