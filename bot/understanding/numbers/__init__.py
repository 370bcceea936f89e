"""Numbers that name something: our case, a support ticket, the customer. How they look, and what they are called."""
