using System.Reflection;
using Portal.Domain.Rules;

namespace Portal.Tests.Domain.Rules;

/// <summary>Which article each refusal comes from, written down once more, independently of the code.</summary>
public sealed class ProvisionTests
{
    private static readonly Dictionary<string, Article> s_articles = new()
    {
        ["Appointment_BeforeTheMeasures"] = new(19),
        ["Appointment_EndedWithoutDay"] = new(18),
        ["Appointment_EndsBeforeItStarts"] = new(17),
        ["Appointment_LongerThanATerm"] = new(17),
        ["Appointment_TermsOverlap"] = new(17),
        ["Appointment_WrongState"] = new(17),
        ["Appointment_NotInOffice"] = new(17),
        ["Appointment_StillRunning"] = new(17),
        ["Appointment_RenewedTooLate"] = new(17),
        ["Appointment_RenewedTooEarly"] = new(17),
        ["Appointment_RecordCheckedTooLongAgo"] = new(5, 5),
        ["Appointment_NotYetBegun"] = new(17),
        ["Appointment_EffectiveOutOfTerm"] = new(17),
        ["Appointment_AgeAtRenewal"] = new(5, 1),
        ["Appointment_RecordNotClear"] = new(5, 5),
        ["Appointment_SameGroup"] = new(10),
        ["Appointment_FactsMissing"] = new(18),
        ["Appointment_SanctionIncomplete"] = new(18, 1),
        ["Appointment_PenaltyNotSerious"] = new(18, 1),
        ["Appointment_WithinTheYear"] = new(18, 2),
        ["Appointment_NeverInvited"] = new(18, 2),
        ["Appointment_DayToCome"] = new(18),
        ["Appointment_GoodReasonNotJudged"] = new(18, 2),
        ["Appointment_DeclarationMissing"] = new(18, 5),
        ["Appointment_NothingToHear"] = new(18, 5),
        ["Appointment_ResignedAlready"] = new(18, 5),
        ["Appointment_ReasonsTooShort"] = new(18, 6),
        ["Appointment_CertificatesOutstanding"] = new(18),
        ["Appointment_CaseWrongState"] = new(18),
        ["Appointment_HearingOpen"] = new(18),
        ["Leave_EndsBeforeItBegins"] = new(18, 2),
        ["Leave_LongerThanAYear"] = new(18, 4),
        ["Leave_Overlaps"] = new(18, 2),
        ["Leave_NotInOffice"] = new(17),
        ["Leave_Over"] = new(18, 2),
        ["Card_NeverValidAgain"] = new(12),
        ["Card_HolderNotInOffice"] = new(12),
        ["Card_OneValidCard"] = new(12),
        ["Card_WrongState"] = new(12),
        ["Card_NotReportedLost"] = new(12, 0, 2),
        ["Card_LostInTheFuture"] = new(12, 0, 2),
        ["Card_NotAskedBack"] = new(18),
        ["Card_ReasonMissing"] = new(18),
        ["Letter_BearerMissing"] = new(12),
        ["Letter_MatterMissing"] = new(12),
        ["Letter_OtherAgency"] = new(12),
        ["Letter_BearerWithoutCard"] = new(12),
        ["Letter_WrongState"] = new(12),
        ["Letter_BearerNotInOffice"] = new(17),
        ["Letter_BearerRecused"] = new(11),
        ["Activity_LetterMissing"] = new(12),
        ["Undertaking_NotInOffice"] = new(17),
        ["Undertaking_AlreadySigned"] = new(8, 3),
        ["Undertaking_NewerVersion"] = new(8, 3),
        ["Undertaking_NotAgreed"] = new(8, 3),
        ["Undertaking_NameDiffers"] = new(8, 3),
        ["Undertaking_TextMissing"] = default,
        ["Undertaking_SameText"] = default,
        ["Recruitment_StartPassed"] = new(6),
        ["Recruitment_SecondPairOfEyes"] = new(6),
        ["Recruitment_StartTooFarAhead"] = new(6),
        ["Recruitment_PeoplePublished"] = new(6),
        ["Recruitment_NotFoundUnmet"] = new(5, 1),
        ["Recruitment_ObjectionsClosed"] = new(6),
        ["Recruitment_ChannelMissing"] = new(2),
        ["Recruitment_ChannelClosed"] = new(2),
        ["Recruitment_ChannelNoteMissing"] = new(2),
        ["Recruitment_RecommendationMissing"] = new(2),
        ["Recruitment_DeclarationsMissing"] = new(5),
        ["Recruitment_AgeOutOfBounds"] = new(5, 1),
        ["Recruitment_AgeIsComputed"] = new(5, 1),
        // Said of whichever condition it is; here the first.
        ["Recruitment_NotChecked"] = new(5, 1),
        ["Recruitment_NotMet"] = new(5, 1),
        ["Recruitment_RecheckMissing"] = new(5, 1),
        ["Recruitment_NobodyOnNotice"] = new(6),
        ["Recruitment_NoticeTooShort"] = new(6),
        ["Recruitment_NeverShortened"] = new(6),
        ["Recruitment_NoticeOver"] = new(6),
        ["Recruitment_NoticeRunning"] = new(6),
        ["Recruitment_NoticeNotPassed"] = new(6),
        ["Recruitment_NoticeSettledInPart"] = new(6),
        ["Recruitment_EntrySettled"] = new(6),
        ["Recruitment_ObjectionsOpen"] = new(6),
        ["Recruitment_ObjectionUpheld"] = new(6),
        ["Recruitment_NotOnNotice"] = new(6),
        ["Recruitment_ObjectionEmpty"] = new(6),
        ["Recruitment_ObjectorMissing"] = new(6),
        ["Recruitment_ContactMissing"] = new(6),
        ["Recruitment_NobodyToAnswer"] = new(6),
        ["Recruitment_AnsweredBefore"] = new(6),
        ["Recruitment_PersonalNumber"] = new(6),
        ["Recruitment_ApplicationsUndecided"] = new(6),
        ["Recruitment_PeopleUnsettled"] = new(6),
        ["Recruitment_CohortEndMissing"] = new(17),
        ["Recruitment_CohortEndsTooEarly"] = new(17),
        ["Recruitment_InOfficeAlready"] = new(17),
        ["Activity_WrongState"] = new(9, 2),
        ["Activity_ModeMissing"] = new(7),
        ["Activity_AgencyMissing"] = new(7),
        ["Activity_ReasonMissing"] = new(9, 2),
        ["Activity_NotBeforeItsDay"] = new(9, 2),
        ["Activity_AttendanceMissing"] = new(9, 2),
        ["Activity_ReportMissing"] = new(9, 1),
        ["Activity_InviteeNotInOffice"] = new(17),
        ["Activity_InviteeRecused"] = new(11),
        ["Activity_Full"] = new(9, 2),
        ["Activity_CapacityBelowTaken"] = new(9, 2),
        ["Activity_AlreadyInvited"] = new(8, 5),
        ["Activity_ParticipationWrongState"] = new(8, 5),
        ["Activity_AlreadyBegun"] = new(8, 5),
        ["Recusal_ExplanationMissing"] = new(11),
        ["Recusal_AlreadyDeclared"] = new(11),
        ["Recusal_AlreadyDecided"] = new(11),
        ["Recusal_DecidedByDeclarant"] = new(11),
        ["Recusal_ReasonMissing"] = new(11),
        ["Recusal_NotInEffect"] = new(11),
        ["Finding_SecrecyNotConfirmed"] = new(8, 3),
        ["Finding_CoAuthorRecused"] = new(11),
        ["Finding_AuthorRecused"] = new(11),
        ["Finding_HandlerRecused"] = new(11),
        ["Finding_TargetMissing"] = new(14),
        ["Finding_TextMissing"] = new(14),
        ["Finding_WrongState"] = new(14),
        ["Finding_NotItsAuthor"] = new(14),
        ["Finding_ReasonMissing"] = new(14),
        ["Finding_MergeIntoItself"] = new(14),
        ["Finding_MergeIntoAnswered"] = new(14),
        ["Finding_DeadlineNotAfterOrder"] = new(14),
        ["Finding_DeadlineNotLater"] = new(14),
        ["Finding_DeadlinePassed"] = new(14),
        ["Finding_NoMoreExtensions"] = new(14),
        ["Finding_EvidenceMissing"] = new(14),
        ["Finding_CompletedInTheFuture"] = new(14),
        ["Finding_CompletedBeforeOrder"] = new(14),
        ["Finding_FeedbackMissing"] = new(14),
        ["Finding_AppealedBefore"] = new(14),
        ["Finding_AppealTooLate"] = new(14),
        ["Finding_RewardNotChecked"] = new(15),
        // Rules of the office: the measures do not say how it divides the work among its own people.
        ["Finding_AlreadyFiled"] = default,
        ["Finding_HandlerUnchanged"] = default,
        ["Finding_ProposalPending"] = default,
        ["Finding_NoProposal"] = default,
        ["Finding_ApproverIsProposer"] = default,
        ["Appointment_CaseOpen"] = default,
        ["Appointment_ProposalOpen"] = default,
        ["Appointment_DecidedBefore"] = default,
        ["Appointment_ApproverIsProposer"] = default,
        ["Appointment_ReasonMissing"] = default,
        ["Document_TitleMissing"] = default,
        ["Document_TextMissing"] = default,
        ["Document_TooLong"] = default,
        ["Document_UnknownBlank"] = default,
        ["Document_LooseBrace"] = default,
        ["Document_BlankMissing"] = default,
        ["Document_Unchanged"] = default,
        ["Document_VoidAlready"] = default,
        ["Document_NotVoid"] = default,
        ["Document_StandsForWhatHolds"] = default,
        ["Document_ReasonMissing"] = default,
        ["Document_NumberOfAnother"] = default,
        ["Document_IssuedAnew"] = default,
        ["Document_NameMissing"] = default,
        ["Document_CodeWithFigures"] = default,
        ["Letter_EndsTooEarly"] = default,
        ["Letter_ValidTooLong"] = default,
        ["Letter_ApprovalNeeded"] = default,
        ["Letter_ApproverIsProposer"] = default,
        ["Letter_ReasonMissing"] = default,
        ["Recruitment_ClosesBeforeItOpens"] = default,
        ["Recruitment_ClosedAlready"] = default,
        ["Recruitment_NotOpen"] = default,
        ["Recruitment_ReopenedBefore"] = default,
        ["Recruitment_BatchWrongState"] = default,
        ["Recruitment_AppliedAlready"] = default,
        ["Recruitment_NotTakenOnline"] = default,
        ["Recruitment_ApplicationWrongState"] = default,
        ["Recruitment_SupplementDayPassed"] = default,
        ["Recruitment_IdentityChanged"] = default,
        ["Recruitment_NoticeWrongState"] = default,
        ["Recruitment_ObjectionWrongState"] = default,
        ["Recruitment_ApproverIsProposer"] = default,
        ["Recruitment_ReasonMissing"] = default,
    };

    [Fact]
    public void Every_refusal_of_the_handling_chapters_cites_the_article_it_comes_from()
    {
        string[] chapters = ["Recruitment_", "Appointment_", "Leave_", "Card_", "Letter_", "Undertaking_", "Document_", "Activity_", "Recusal_", "Finding_"];
        var stated = Provisions.All()
            .Select(Provisions.Example)
            .Where(v => Array.Exists(chapters, c => v.Code.StartsWith(c, StringComparison.Ordinal)))
            .ToDictionary(v => v.Code, v => v.Article);

        Assert.Equal(s_articles.OrderBy(a => a.Key, StringComparer.Ordinal), stated.OrderBy(a => a.Key, StringComparer.Ordinal));
    }

    [Fact]
    public void No_two_provisions_share_a_code()
    {
        var codes = Provisions.All().Select(m => Provisions.Example(m).Code).ToList();

        Assert.Equal(codes.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal), codes.Order(StringComparer.Ordinal));
    }
}

/// <summary>The provisions that the domain states: the static methods of its classes named …Rules.</summary>
internal static class Provisions
{
    public static IEnumerable<MethodInfo> All() => typeof(Rule).Assembly.GetExportedTypes()
        .Where(t => t.Name.EndsWith("Rules", StringComparison.Ordinal))
        .SelectMany(t => t.GetMethods(BindingFlags.Public | BindingFlags.Static))
        .Where(m => m.ReturnType == typeof(RuleViolation));

    /// <summary>The provision as it reads with any facts at all.</summary>
    public static RuleViolation Example(MethodInfo provision) =>
        (RuleViolation)provision.Invoke(null, [.. provision.GetParameters().Select(p => Any(p.ParameterType))])!;

    private static object? Any(Type type) => type.IsValueType ? Activator.CreateInstance(type) : null;
}
