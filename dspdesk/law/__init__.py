"""The law made executable: values, kinds, the edition in force and pure rules that name their paragraph.

Nothing here imports anything of ours, of the store or of Qt: a rule takes plain values and returns findings.
Languages are the codes "kk" and "ru".
"""
