using Portal.Domain.Findings;
using Portal.Domain.People;
using Portal.Domain.Rules;
using Portal.Tests.Domain.Rules;
using static Portal.Tests.Domain.Findings.AFinding;

namespace Portal.Tests.Domain.Findings;

/// <summary>Filing, and what the section does with it first (统一收集).</summary>
public sealed class FindingFilingTests
{
    [Fact]
    public void Article_14_a_finding_says_what_it_is_about()
    {
        Refused.Same(FindingRules.TargetMissing(), Finding.WhyNotSubmit(null, " ", "text", authorRecused: false, secrecyConfirmed: true));
        Refused.Same(FindingRules.TextMissing(), Finding.WhyNotSubmit(SomeAgency, null, " ", authorRecused: false, secrecyConfirmed: true));
        Assert.Null(Finding.WhyNotSubmit(null, "a hospital", "text", authorRecused: false, secrecyConfirmed: true));
    }

    [Fact]
    public void Article_11_who_is_recused_from_an_agency_does_not_file_on_it()
    {
        Refused.Same(FindingRules.AuthorRecused(), Finding.WhyNotSubmit(SomeAgency, null, "text", authorRecused: true, secrecyConfirmed: true));
    }

    [Fact]
    public void Article_8_3_the_author_confirms_that_no_secret_is_in_it()
    {
        Refused.Same(FindingRules.SecrecyNotConfirmed(), Finding.WhyNotSubmit(SomeAgency, null, "text", authorRecused: false, secrecyConfirmed: false));
        Refused.By(FindingRules.SecrecyNotConfirmed(), () => Finding.Submit(
            FindingId.New(), "WT-2026-0031", Author, [], SomeAgency, null, FindingCategory.Service, "text", authorRecused: false, secrecyConfirmed: false, Now, Today));
    }

    [Fact]
    public void A_listed_agency_stands_before_a_typed_unit()
    {
        var finding = Finding.Submit(FindingId.New(), "WT-2026-0031", Author, [], SomeAgency, "typed", FindingCategory.Service, "text", authorRecused: false, secrecyConfirmed: true, Now, Today);

        Assert.Equal((SomeAgency, null), (finding.Agency!.Value, finding.OtherUnit));
    }

    [Fact]
    public void Whoever_files_together_is_its_author_together_once_each()
    {
        var finding = Submitted(CoAuthor, CoAuthor, Author);

        Assert.Equal(CoAuthor, Assert.Single(finding.CoAuthors).Person);
        Assert.True(finding.IsBy(Author));
        Assert.True(finding.IsBy(CoAuthor));
        Assert.False(finding.IsBy(Clerk));
    }

    [Fact]
    public void Merging_keeps_both_authors()
    {
        var (firstAuthor, thirdAuthor) = (PersonId.New(), PersonId.New());
        var first = Finding.Submit(FindingId.New(), "WT-2026-0030", firstAuthor, [thirdAuthor], SomeAgency, null, FindingCategory.Service, "text", authorRecused: false, secrecyConfirmed: true, Now, Today);
        var second = Submitted(CoAuthor, thirdAuthor);

        second.MergeInto(first, Clerk, "same matter", Now);

        Assert.Equal(firstAuthor, first.Author);
        Assert.Equal([thirdAuthor, Author, CoAuthor], first.CoAuthors.Select(c => c.Person));
        Assert.Equal(first.Id, second.MergedInto);
        Assert.Equal(Author, second.Author);
    }

    [Fact]
    public void A_finding_is_not_merged_into_itself_nor_into_one_that_was_merged_away()
    {
        var finding = Submitted();
        var gone = In(FindingState.Merged);

        Refused.By(FindingRules.MergeIntoItself(), () => finding.MergeInto(finding, Clerk, "same", Now));
        Refused.By(FindingRules.MergeIntoAnswered(FindingState.Merged), () => finding.MergeInto(gone, Clerk, "same", Now));
        Assert.Equal(FindingState.Submitted, finding.State);
    }

    [Theory]
    [InlineData(FindingState.NotAccepted)]
    [InlineData(FindingState.FedBack)]
    [InlineData(FindingState.Closed)]
    public void Article_14_a_finding_is_not_joined_to_one_whose_result_its_author_would_never_hear(FindingState state)
    {
        var finding = Submitted();
        var master = In(state);

        Refused.By(FindingRules.MergeIntoAnswered(state), () => finding.MergeInto(master, Clerk, "same", Now));
        Assert.Equal(FindingState.Submitted, finding.State);
        Assert.Equal([CoAuthor], master.CoAuthors.Select(c => c.Person));
    }

    [Fact]
    public void A_finding_may_be_joined_to_any_other_that_is_still_to_be_answered()
    {
        Assert.Equal(
            Enum.GetValues<FindingState>().Except([FindingState.NotAccepted, FindingState.Merged, FindingState.FedBack, FindingState.Closed]),
            Enum.GetValues<FindingState>().Where(state => Submitted().WhyNotMergeInto(In(state)) is null));
    }

    [Fact]
    public void Only_its_author_supplements_a_finding()
    {
        var finding = In(FindingState.NeedsInfo);

        Refused.By(FindingRules.NotItsAuthor(), () => finding.Supplement(Clerk, "counter 3", Now));
        finding.Supplement(CoAuthor, "counter 3", Now);

        Assert.Equal(FindingState.Submitted, finding.State);
        Assert.Equal("counter 3", finding.Events[^1].Note);
    }

    [Theory]
    [InlineData(FindingState.Submitted)]
    [InlineData(FindingState.NeedsInfo)]
    [InlineData(FindingState.Registered)]
    public void What_the_author_reads_on_the_timeline_is_never_empty(FindingState state)
    {
        var finding = In(state);

        Refused.By(FindingRules.ReasonMissing(), state switch
        {
            FindingState.Submitted => () => finding.NotAccept(Clerk, " ", Now, Today),
            FindingState.NeedsInfo => () => finding.Supplement(Author, " ", Now),
            _ => () => finding.Transfer(Clerk, " ", Now, Today),
        });
        Assert.Equal(state, finding.State);
    }

    [Fact]
    public void A_question_to_the_author_is_not_empty()
    {
        Refused.By(FindingRules.ReasonMissing(), () => Submitted().RequestInfo(Clerk, "", Now));
    }

    [Fact]
    public void Article_11_nobody_handles_what_they_are_recused_from()
    {
        var finding = In(FindingState.Registered);

        Refused.Same(FindingRules.HandlerRecused(), finding.WhyNotInvestigate(Handler, handlerRecused: true));
        Refused.By(FindingRules.HandlerRecused(), () => finding.Investigate(Clerk, Handler, handlerRecused: true, Now, Today));
        Assert.Null(finding.Handler);
    }

    [Fact]
    public void Article_11_nobody_handles_their_own_finding()
    {
        var finding = In(FindingState.Registered);

        Refused.Same(FindingRules.HandlerRecused(), finding.WhyNotInvestigate(Author, handlerRecused: false));
        Refused.Same(FindingRules.HandlerRecused(), finding.WhyNotInvestigate(CoAuthor, handlerRecused: false));
    }

    [Fact]
    public void The_handler_is_changed_later_and_both_steps_name_whose_hands_it_is_in()
    {
        var finding = In(FindingState.Investigating);

        Refused.By(FindingRules.HandlerUnchanged(), () => finding.AssignHandler(Clerk, Handler, handlerRecused: false, Now));
        finding.AssignHandler(Clerk, Leader, handlerRecused: false, Now);

        Assert.Equal((Leader, FindingState.Investigating), (finding.Handler!.Value, finding.State));
        Assert.Equal([Handler, Leader], finding.Events.Select(e => e.Handler).OfType<PersonId>());
        Assert.True(finding.Events[^1].IsInternal);
    }

    [Fact]
    public void Article_11_a_matter_is_put_into_no_partial_hands()
    {
        var finding = In(FindingState.RectificationOrdered);

        Refused.Same(FindingRules.HandlerRecused(), finding.WhyNotAssignHandler(Leader, handlerRecused: true));
        Refused.Same(FindingRules.HandlerRecused(), finding.WhyNotAssignHandler(CoAuthor, handlerRecused: false));
    }

    [Fact]
    public void A_matter_of_another_authority_is_transferred_and_its_author_is_still_answered()
    {
        var finding = In(FindingState.Transferred);

        finding.FeedBack(Clerk, "medical insurance took it over", Now, Today);

        Assert.Equal(("medical insurance", FindingState.FedBack), (finding.TransferredTo, finding.State));
        Assert.Null(finding.Conclusion);
    }
}
