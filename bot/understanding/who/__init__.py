"""Who the person is: name, e-mail address, phone, and whom somebody acts for."""
