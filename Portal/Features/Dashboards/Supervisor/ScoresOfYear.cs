using Portal.Domain.Evaluation;
using Portal.Domain.People;

namespace Portal.Features.Dashboards.Supervisor;

/// <summary>A supervisor's own provisional score.</summary>
/// <param name="RankedInGroup">How many of the group are ranked.</param>
/// <param name="WhyUnranked">Why there is a score and no rank.</param>
public sealed record MyScore(int Year, Score Total, SourceCategory Group, int? RankInGroup, int RankedInGroup, IReadOnlyList<UnrankedReason> WhyUnranked);

/// <summary>The running year's scores, counted once for everybody and handed out one by one: no page ever holds it, only <see cref="MyScoreService"/>.</summary>
public sealed record ScoresOfYear(DateTimeOffset AsOf, IReadOnlyDictionary<PersonId, MyScore> ByPerson);
