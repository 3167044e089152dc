"""The student's side as the grader sees it: started, limited, watched, ended."""
