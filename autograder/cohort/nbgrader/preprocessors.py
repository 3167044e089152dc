"""Our steps in nbgrader's pipelines."""

from __future__ import annotations

from nbgrader import utils
from nbgrader.preprocessors import NbGraderPreprocessor

from autograder.authoring.release import without_solution


class ClearSolutions(NbGraderPreprocessor):
    """Puts the course's stubs in place of solutions."""

    def preprocess_cell(self, cell, resources, cell_index):
        """See nbconvert's Preprocessor."""
        if utils.is_solution(cell) and cell.cell_type == "code":
            cell.source = without_solution(cell.source)
        return cell, resources


class Refuse(NbGraderPreprocessor):
    """Stands where nbgrader's own autograde would run a notebook, which is not safe."""

    def preprocess(self, nb, resources):
        """See nbconvert's Preprocessor."""
        raise RuntimeError("Students' code runs only in the judge: mle cohort grade")
