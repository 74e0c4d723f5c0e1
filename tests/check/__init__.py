"""What the check finds in a document, and what it lets pass."""
