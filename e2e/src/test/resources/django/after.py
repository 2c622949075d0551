# What the site goes on doing beside Quintet: its argument is the key of a session that began there.
import os
import sys

os.environ["DJANGO_SETTINGS_MODULE"] = "settings"
import django

django.setup()
from django.contrib.auth import authenticate
from django.contrib.auth.hashers import PBKDF2PasswordHasher
from django.contrib.auth.models import User
from django.core.management import call_command
from django.test import Client
from library.models import Author, Book, Contribution, Tag

PBKDF2PasswordHasher.iterations = 5000
call_command("check", verbosity=0)
call_command("makemigrations", check=True, dry_run=True, verbosity=0)
call_command("migrate", verbosity=0)
print("checks pass")

zoe = authenticate(username="zoe", password="made-by-Quintet-1")
print("logs in", zoe.username, zoe.email)
print("logs in", authenticate(username="ann", password="made by Django").username)

other = Book.objects.get(title="Written by Quintet")
print(
    "reads", other.status, other.price, other.pages, other.extra, other.rating, other.in_print, other.rank,
    other.added.isoformat(), other.author.name, [tag.label for tag in other.tags.all()], other.item_ptr.title,
)
other.title = "Changed by Django"
other.save()
Tag.objects.create(label="by Django again")
Contribution.objects.create(book=other, author=Author.objects.get(name="Ada"), part="all")

client = Client()
client.cookies["sessionid"] = sys.argv[1]
page = client.get("/admin/", follow=True)
print("session of", page.context["user"].username)
