"""What several test files share: small courses, students' faults, browsers."""
