"""Typed summaries of negotiation articles, with the article's own words as proof."""
