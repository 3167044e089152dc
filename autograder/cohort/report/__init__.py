"""What a class did, for its instructor: progress, marks, and each exercise group by group."""
