"""`python -m policy_nlp` is the program `policy-nlp`."""

from policy_nlp.commands import main

if __name__ == "__main__":
    main()
