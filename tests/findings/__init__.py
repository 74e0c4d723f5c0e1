"""What is concluded of a case, topic by topic."""
