"""What the wall and the paper share: colours, boxes, and where the road of a board runs."""
