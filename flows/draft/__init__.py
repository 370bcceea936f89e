"""What is said while a draft is open: an answer, a change, a fact told late, a side remark, or another matter."""
