"""What people hold in their hands: a deck on paper."""
