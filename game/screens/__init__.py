"""What people see on the wall: the drawing kit and the screens made with it."""
