from yiwutrip.solver.stop import FirstOf, Iterations, NoImprovement, Seconds, State, Unless


def test_seconds_end_at_their_limit_and_know_their_share() -> None:
    rule = Seconds(2.0)

    assert not rule.done(State(1.5, 10))
    assert rule.done(State(2.0, 10))
    assert rule.share(State(0.5, 10)) == 0.25
    assert rule.iterations_left(State(0.5, 10)) is None


def test_zero_seconds_are_over_before_they_begin() -> None:
    assert Seconds(0).done(State(0.0, 0))
    assert Seconds(0).share(State(0.0, 0)) == 1.0


def test_iterations_say_how_many_are_left() -> None:
    rule = Iterations(100)

    assert rule.iterations_left(State(9.0, 75)) == 25
    assert rule.share(State(9.0, 75)) == 0.75
    assert rule.done(State(0.0, 100))


def test_no_improvement_counts_stale_iterations_and_foresees_nothing() -> None:
    rule = NoImprovement(50)

    assert not rule.done(State(99.0, 10_000, stale=49))
    assert rule.done(State(0.0, 50, stale=50))
    assert rule.share(State(0.0, 10, stale=5)) is None
    assert rule.iterations_left(State(0.0, 10, stale=5)) == 45


def test_the_first_of_several_rules_ends_the_search() -> None:
    rule = FirstOf((Seconds(10.0), NoImprovement(50)))

    assert rule.done(State(1.0, 60, stale=50))
    assert rule.done(State(10.0, 60, stale=1))
    assert not rule.done(State(9.0, 60, stale=49))


def test_the_first_of_several_rules_is_as_far_as_the_furthest_that_knows() -> None:
    rule = FirstOf((Seconds(10.0), Iterations(100), NoImprovement(50)))

    assert rule.share(State(1.0, 40, stale=5)) == 0.4
    assert rule.iterations_left(State(1.0, 40, stale=5)) == 45
    assert FirstOf((NoImprovement(5),)).share(State(1.0, 1)) is None


def test_a_rule_ends_as_soon_as_somebody_asks_and_else_as_it_would() -> None:
    said = [False]
    rule = Unless(Iterations(100), lambda: said[0])

    assert not rule.done(State(0.0, 99))
    assert rule.done(State(0.0, 100))
    assert (rule.share(State(0.0, 25)), rule.iterations_left(State(0.0, 25))) == (0.25, 75)
    assert rule.seconds() == Iterations(100).seconds()
    said[0] = True
    assert rule.done(State(0.0, 0))
