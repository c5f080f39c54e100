using Portal.Data.Evaluations;

namespace Portal.Features.Evaluation;

public static class EvaluationSetup
{
    public static IServiceCollection AddEvaluation(this IServiceCollection services) => services
        .AddSingleton<YearOfEvaluation>()
        .AddScoped<EvaluationService>();
}
